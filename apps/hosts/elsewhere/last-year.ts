import { createNectarConnect } from '@nectar-connect/server'
import { toExpressHandler } from '@nectar-connect/server/express'
import compression from 'compression'
import cookieSession from 'cookie-session'
import express from 'express-4'
import session from 'express-session'
import morgan from 'morgan'
import { readCookies } from '../session.ts'
import { authorize } from '../signed-in.ts'
import { options } from './nectar.ts'
import { setCookies } from './set-cookies.ts'

const nectar = createNectarConnect({ ...options, authorize })
const app = express()

app.use(morgan('combined'))
app.use(compression({ threshold: 0 }))
app.use(
  process.env.SESSIONS === 'in-cookies'
    ? cookieSession({ name: 'connect.sid', keys: ['not-a-secret'] })
    : session({ secret: 'not-a-secret', resave: false, saveUninitialized: true }),
)
app.use(setCookies)
// Stands for a sign-in: it puts the user into the session.
app.use((req, _res, next) => {
  const { company, user } = readCookies(req.headers.cookie)
  if (company && user)
    Object.assign(req, {
      session: Object.assign(Reflect.get(req, 'session'), { user: { id: user, companyId: company } }),
    })
  next()
})
app.use('/v1/connect', toExpressHandler(nectar))
app.use(express.json())

app.listen(process.env.PORT ?? 3000)
