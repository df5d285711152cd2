import { lambdaHost } from '../host.ts'

export const host = lambdaHost('lambda-express.ts', {
  name: 'AWS Lambda, Express 5 as documented',
  always: false,
})
