/** The one function used here; the published types describe an older version. */
declare module 'pacote' {
  interface Options {
    readonly cache: string;
    readonly integrity: string;
    readonly preferOffline: boolean;
    readonly registry?: string;
    readonly resolved?: string;
  }
  const pacote: {
    readonly tarball: {
      stream<T>(spec: string, use: (stream: AsyncIterable<Uint8Array>) => Promise<T>, options: Options): Promise<T>;
    };
  };
  export default pacote;
}
