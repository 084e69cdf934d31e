import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unusedCalls } from '../../../../src/site/plugins/unused-calls.ts';

const { transform } = unusedCalls();
const D3 = '/site/node_modules/d3-interpolate/dist/d3-interpolate.mjs';

test('what a call of D3 comes to may be left out where nobody uses it', () => {
  const code = 'var rgb = (function gamma(y) {\n  var start = color(y);\n})(1);\nvar long = hsl(hue);\n';
  assert.equal(
    transform(code, D3)?.code,
    'var rgb = /* @__PURE__ */ (function gamma(y) {\n  var start = color(y);\n})(1);\nvar long = /* @__PURE__ */ hsl(hue);\n',
  );
});

test('functions and values stay, and so does all that is not of D3', () => {
  const code = 'var pi = Math.PI;\nfunction hsl(h) {}\nvar plain = (a) => a;\nexport { pi };\n';
  assert.equal(transform(code, D3)?.code, code);
  assert.equal(transform(code, '/site/node_modules/d3-time-format/src/index.js')?.code, code);
  assert.equal(transform('var x = call();', '/site/node_modules/scrollama/build/scrollama.js'), null);
});
