import { lambdaHost } from '../host.ts'

export const host = lambdaHost('elsewhere/lambda-codegenie.ts', {
  name: 'AWS Lambda, Express 5 in @codegenie/serverless-express 4.17',
  always: false,
})
