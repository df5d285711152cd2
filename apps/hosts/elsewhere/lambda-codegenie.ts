import serverlessExpress from '@codegenie/serverless-express'
import { toExpressHandler } from '@nectar-connect/server/express'
import express from 'express'
import { nectar } from './nectar.ts'
import { setCookies } from './set-cookies.ts'

const app = express()

app.use(setCookies)
app.use('/v1/connect', toExpressHandler(nectar))
app.use(express.json())

export const handler = serverlessExpress({ app })
