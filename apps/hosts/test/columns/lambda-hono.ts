import { lambdaHost } from '../host.ts'

export const host = lambdaHost('elsewhere/lambda-hono.ts', {
  name: 'AWS Lambda, Hono in handle',
  always: false,
})
