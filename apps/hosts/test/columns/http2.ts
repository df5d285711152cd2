import { commandHost } from '../host.ts'

export const host = commandHost([process.execPath, 'test/runners/http2-proxy.ts', 'elsewhere/http2.ts'], {
  name: 'HTTP/2, behind a proxy',
  always: false,
  basePath: '/v1/connect',
  ownCookies: true,
  allowsApp: true,
})
