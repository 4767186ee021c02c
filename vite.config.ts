import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { endpointTable } from './scripts/endpoint-table.ts';

/** One browser site a build: `vite build --mode tab`, `--mode addin`, `--mode sandbox`; after the add-in `--mode on-send`. */
const roots: Record<string, string> = { tab: 'tab', addin: 'addin', sandbox: 'backend/sandbox/page' };

/** The add-in's script that runs without a page: Outlook on Windows loads it as one plain file. */
const onSend = defineConfig({
  define: { 'process.env.NODE_ENV': JSON.stringify('production') },
  plugins: [endpointTable()],
  build: {
    outDir: resolve(import.meta.dirname, 'dist', 'addin'),
    // Its folder is the add-in's, built before.
    emptyOutDir: false,
    copyPublicDir: false,
    target: 'es2019',
    lib: {
      entry: resolve(import.meta.dirname, 'addin', 'on-send', 'main.ts'),
      formats: ['iife'],
      name: 'handyConnectOnSend',
      fileName: () => 'on-send.js',
    },
  },
});

export default defineConfig(({ mode }) => {
  if (mode === 'on-send') return onSend;
  const root = roots[mode];
  if (root === undefined) throw new Error(`Name the site to build: vite build --mode ${Object.keys(roots).join('|')}`);
  return {
    root: resolve(import.meta.dirname, root),
    base: `/${mode}/`,
    plugins: [endpointTable(), react()],
    build: {
      outDir: resolve(import.meta.dirname, 'dist', mode),
      emptyOutDir: true,
      target: 'es2022',
      // Everything is a file with a hash in its name, so that `script-src 'self'` is enough and caching is for ever.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 1000,
      ...(mode === 'addin' && { rollupOptions: { input: addinPages(resolve(import.meta.dirname, root)) } }),
      ...(mode === 'sandbox' && { rollupOptions: sandboxFiles(resolve(import.meta.dirname, root)) }),
    },
  };
});

/** The pane, and the page that signs in inside Office's dialog. */
function addinPages(root: string) {
  return { index: resolve(root, 'index.html'), 'sign-in': resolve(root, 'sign-in.html') };
}

/** The sandbox's page, and beside it the script that it hands into the pane's frame, under a name that stays. */
function sandboxFiles(root: string) {
  return {
    input: { index: resolve(root, 'index.html'), 'office-shim': resolve(root, 'office-shim', 'main.ts') },
    output: {
      entryFileNames: ({ name }: { name: string }) =>
        name === 'office-shim' ? 'office-shim.js' : 'assets/[name]-[hash].js',
    },
  };
}
