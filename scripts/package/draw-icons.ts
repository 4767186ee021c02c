// Draws the PNG icons from their SVG sources: node scripts/run.mjs scripts/package/draw-icons.ts [path of a Chromium]
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { iconFiles, manifestsDir } from './icons.ts';

async function draw(browser: Browser, source: string, target: string, size: number): Promise<void> {
  const svg = readFileSync(path.join(manifestsDir, source), 'utf8').replace(
    '<svg ',
    `<svg width="${size}" height="${size}" `,
  );
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body{margin:0}svg{display:block}</style>${svg}`);
  await page.screenshot({ path: path.join(manifestsDir, target), omitBackground: true });
  await page.close();
}

const browser = await chromium.launch({
  executablePath: process.argv[2] ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync'],
});
try {
  for (const { source, file, size } of iconFiles) await draw(browser, source, file, size);
} finally {
  await browser.close();
}
console.log(`Drew ${iconFiles.length} icons into ${path.relative(process.cwd(), manifestsDir)}/.`);
