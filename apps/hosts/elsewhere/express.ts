import { toExpressHandler } from '@nectar-connect/server/express'
import express from 'express'
import { nectar } from './nectar.ts'

const app = express()
const router = express.Router()

app.use((_req, res, next) => {
  res.append('set-cookie', 'first=1')
  res.append('set-cookie', 'second=2')
  next()
})
router.use('/connect', toExpressHandler(nectar))
app.use('/v1', router)

app.listen(process.env.PORT ?? 3000)
