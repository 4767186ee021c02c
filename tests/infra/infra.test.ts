import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (file: string) => readFileSync(root + file, 'utf8');

function namesIn(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? ''))];
}

const known = namesIn(read('.env.example'), /^([A-Z][A-Z0-9_]*)=/gm);

/** What the platform, the toolkit or Azure's own libraries read; not settings of the product. */
const platform = ['NODE_ENV', 'SCM_DO_BUILD_DURING_DEPLOYMENT', 'CUSTOM_BUILD_COMMAND', 'AZURE_CLIENT_ID'];

const bicep = ['main.bicep', ...readdirSync(`${root}infra/modules`).map((name) => `modules/${name}`)];
const handedOver = namesIn(bicep.map((file) => read(`infra/${file}`)).join('\n'), /name: '([A-Z][A-Z0-9_]+)', value/g);

describe('The Azure resources', () => {
  it('hand over settings that the product knows, and no others', () => {
    assert.deepEqual(
      handedOver.filter((name) => !known.includes(name) && !platform.includes(name)),
      [],
    );
  });

  it('hand over every setting that production cannot start without', () => {
    const required = namesIn(read('backend/config.ts'), /^ {4}'([A-Z_]+)',$/gm);
    assert.ok(required.includes('MICROSOFT_CLIENT_ID'));
    assert.deepEqual(
      required.filter((name) => !handedOver.includes(name)),
      [],
    );
  });

  it('keep every secret in the key vault', () => {
    const main = read('infra/main.bicep');
    for (const name of ['MICROSOFT_CLIENT_SECRET', 'BOT_PASSWORD', 'OPENAI_API_KEY']) {
      assert.match(main, new RegExp(`name: '${name}', value: vault\\.outputs\\.`));
    }
  });

  it('are made of modules that are there, each with balanced brackets', () => {
    for (const module of namesIn(read('infra/main.bicep'), /'(modules\/[^']+)'/g)) {
      assert.ok(existsSync(`${root}infra/${module}`), module);
    }
    for (const file of bicep) {
      const text = read(`infra/${file}`).replaceAll(/'[^'\n]*'|\/\/.*$/gm, '');
      for (const [open, close] of ['{}', '[]', '()']) {
        assert.equal(text.split(open ?? '').length, text.split(close ?? '').length, `${file}: ${open}${close}`);
      }
    }
  });

  it('get a value for each parameter that has none', () => {
    const main = read('infra/main.bicep');
    const without = namesIn(main, /^param (\w+) \w+$/gm);
    const given = Object.keys(JSON.parse(read('infra/main.parameters.json')).parameters);
    assert.deepEqual(
      without.filter((name) => !given.includes(name)),
      [],
    );
    assert.deepEqual(
      given.filter((name) => !main.includes(`param ${name} `)),
      [],
    );
  });
});

describe('The toolkit project', () => {
  const project = read('teamsapp.yml');
  const withoutHead = (text: string) => text.slice(text.indexOf('\n'));

  it('says the same under both its names', () => {
    assert.equal(withoutHead(read('m365agents.yml')), withoutHead(project));
  });

  it('makes or names every value that the manifests and the resources take from it', () => {
    const files = ['manifests/teams/manifest.json', 'manifests/aad/aad.manifest.json', 'infra/main.parameters.json'];
    const taken = namesIn([project, ...files.map(read)].join('\n'), /\$\{\{([A-Z_]+)\}\}/g);
    const written = namesIn(project, /^ {6}\w+: ([A-Z_]+)$/gm);
    const outputs = namesIn(read('infra/main.bicep'), /^output ([A-Z_]+) /gm);
    const byHand = ['SUPPORT_MAILBOXES', 'AZURE_SUBSCRIPTION_ID', 'AZURE_RESOURCE_GROUP_NAME', 'TEAMSFX_ENV'];
    assert.deepEqual(
      taken.filter((name) => ![...written, ...outputs, ...byHand].includes(name)),
      [],
    );
  });

  it('names files that are there', () => {
    for (const file of namesIn(project, /: \.\/((?:manifests|infra)\/\S+)$/gm))
      assert.ok(existsSync(root + file), file);
  });

  it('packs the files beside the manifest that the manifest names', () => {
    const { icons, localizationInfo } = JSON.parse(read('manifests/teams/manifest.json'));
    const languages = localizationInfo.additionalLanguages.map(({ file }: { file: string }) => file);
    for (const file of [icons.color, icons.outline, localizationInfo.defaultLanguageFile, ...languages]) {
      assert.ok(existsSync(`${root}manifests/teams/${file}`), file);
    }
  });
});

describe('The container', () => {
  const dockerfile = read('infra/Dockerfile');

  it('is made of files that are there and not ignored', () => {
    const ignored = read('infra/Dockerfile.dockerignore');
    const copies = namesIn(dockerfile, /^COPY (?!--from)(.+) \S+$/gm).flatMap((line) => line.split(' '));
    for (const file of copies) {
      assert.ok(existsSync(root + file), file);
      const top = file.split('/')[0] ?? '';
      assert.ok(
        ignored.includes(`!${top}\n`) || (top.startsWith('tsconfig') && ignored.includes('!tsconfig*.json')),
        top,
      );
    }
  });

  it('does not run as root and can be asked how it is', () => {
    assert.match(dockerfile, /^USER node$/m);
    assert.match(dockerfile, /^HEALTHCHECK .*\n.*\/health/m);
  });

  it('gets only settings that the product knows', () => {
    const set = namesIn(read('infra/compose.yaml'), /^ {6}([A-Z_]+): /gm);
    assert.ok(set.includes('DATA_DIR'));
    assert.deepEqual(
      set.filter((name) => !known.includes(name)),
      [],
    );
  });
});
