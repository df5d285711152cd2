import { toExpressHandler } from '@nectar-connect/server/express'
import express from 'express'
import serverless from 'serverless-http'
import { nectar } from './nectar.ts'
import { setCookies } from './set-cookies.ts'

const app = express()

app.use(setCookies)
app.use('/v1/connect', toExpressHandler(nectar))
app.use(express.json())

export const handler = serverless(app)
