const LOOPBACK = ['127.0.0.1', '0.0.0.0', '::', '::1', 'localhost']

/** Where a sandbox that listens there is reached, as browsers write it: without the port that goes without saying. */
export function originAt(host: string, port: number): string {
  const name = LOOPBACK.includes(host) ? 'localhost' : host.includes(':') ? `[${host}]` : host
  return new URL(`http://${name}:${port}`).origin
}
