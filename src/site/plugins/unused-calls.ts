const D3 = /node_modules\/d3[-\w]*\//;

/** A name that stands for what a call comes to, at the top level of a file. */
const CALL = /^(var \w+ = )(?=\(function|\w+\()/gm;

/**
 * A Vite plugin: D3's modules come in one file each, and what such calls make stays in the reader's script even if nobody
 * uses it, for a call may do something else as well. D3's do not.
 */
export function unusedCalls() {
  return {
    name: 'unused-calls',
    apply: 'build' as const,
    transform: (code: string, id: string) =>
      D3.test(id) ? { code: code.replace(CALL, '$1/* @__PURE__ */ '), map: null } : null,
  };
}
