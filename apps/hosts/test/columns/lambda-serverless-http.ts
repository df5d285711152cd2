import { lambdaHost } from '../host.ts'

export const host = lambdaHost('elsewhere/lambda-serverless-http.ts', {
  name: 'AWS Lambda, Express 5 in serverless-http 4',
  always: false,
})
