import type { ServerResponse } from 'node:http'

/** Stands for what a host sets on every answer. */
export function setCookies(_req: unknown, res: Pick<ServerResponse, 'setHeader'>, next: () => void): void {
  res.setHeader('set-cookie', ['first=1', 'second=2'])
  next()
}
