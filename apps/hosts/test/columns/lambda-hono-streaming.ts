import { lambdaHost } from '../host.ts'

export const host = lambdaHost('lambda-hono.ts', {
  name: 'AWS Lambda, Hono in streamHandle',
  always: false,
  streams: true,
})
