import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { PROJECT_ROOT } from '../../../../src/site/content/project-root.ts';
import type { LockFile } from '../../../../src/site/manifest/lock-file.ts';
import { renderSbom } from '../../../../src/site/manifest/sbom.ts';

interface Sbom {
  readonly components: readonly {
    readonly purl: string;
    readonly scope: string;
    readonly licenses: readonly unknown[];
  }[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

const SMALL: LockFile = {
  packages: {
    '': {
      name: 'site',
      version: '1.0.0',
      license: 'MIT',
      dependencies: { a: '1.0.0' },
      devDependencies: { '@s/d': '3.0.0' },
    },
    'node_modules/a': { version: '1.0.0', license: 'ISC', dependencies: { b: '^2' }, integrity: 'sha512-AQID' },
    'node_modules/b': { version: '1.5.0', license: 'MIT OR Apache-2.0' },
    'node_modules/a/node_modules/b': { version: '2.0.0' },
    'node_modules/@s/d': { version: '3.0.0', dev: true, dependencies: { b: '^1' } },
  },
};

test('each package is named with version, licence, hash and what it needs where Node finds it', () => {
  const { components, dependencies } = JSON.parse(renderSbom(SMALL)) as Sbom;
  assert.deepEqual(
    components.map(({ purl, scope }) => `${scope} ${purl}`),
    [
      'excluded pkg:npm/%40s/d@3.0.0',
      'required pkg:npm/a@1.0.0',
      'required pkg:npm/b@1.5.0',
      'required pkg:npm/b@2.0.0',
    ],
  );
  assert.deepEqual(components[1], {
    ...components[1],
    hashes: [{ alg: 'SHA-512', content: '010203' }],
    licenses: [{ license: { id: 'ISC' } }],
  });
  assert.deepEqual(components[2]?.licenses, [{ expression: 'MIT OR Apache-2.0' }]);
  const needs = Object.fromEntries(dependencies.map(({ ref, dependsOn }) => [ref, dependsOn]));
  assert.deepEqual(needs['pkg:npm/site@1.0.0'], ['pkg:npm/%40s/d@3.0.0', 'pkg:npm/a@1.0.0']);
  assert.deepEqual(needs['pkg:npm/a@1.0.0'], ['pkg:npm/b@2.0.0']);
  assert.deepEqual(needs['pkg:npm/%40s/d@3.0.0'], ['pkg:npm/b@1.5.0']);
});

test("this project's bill is whole: every package of the lock file, every reference answered", async () => {
  const lock = JSON.parse(await readFile(join(PROJECT_ROOT, 'package-lock.json'), 'utf8')) as LockFile;
  const text = renderSbom(lock);
  const { components, dependencies } = JSON.parse(text) as Sbom;
  const refs = new Set(dependencies.map(({ ref }) => ref));
  assert.equal(refs.size, dependencies.length);
  for (const { purl } of components) assert.ok(refs.has(purl), purl);
  for (const { ref, dependsOn } of dependencies)
    for (const other of dependsOn) assert.ok(refs.has(other), `${ref}: ${other}`);
  assert.ok(components.some(({ purl }) => purl.startsWith('pkg:npm/maplibre-gl@')));
  assert.equal(renderSbom(lock), text);
});
