import { toExpressHandler } from '@nectar-connect/server/express'
import cors from 'cors'
import express from 'express'
import { nectar, WEB_ORIGIN } from './nectar.ts'
import { COOKIE, findSession, sealSession } from './session.ts'

const app = express()

// First: it needs bodies as they came, and answers other origins by itself.
app.use('/api/nectar', toExpressHandler(nectar))

app.use(cors({ origin: WEB_ORIGIN, credentials: true }))
app.use(express.json())

/** Lets anybody in: put your own sign-in here. An organization gets its company at Nectar the first time. */
async function signIn(organization: string): Promise<string> {
  const company = await nectar.ensureCompany({ externalId: organization, name: organization })
  return sealSession({ companyId: company.id, userId: 'user-1' })
}

// With cookies. `lax` is enough while page and server are of one site: app.example.com and api.example.com, say, or
// two ports of localhost. Where they are not, use tokens, since browsers keep such cookies back.
app.post('/sign-in', async (req, res) => {
  res.cookie(COOKIE, await signIn(req.body.organization), {
    httpOnly: true,
    sameSite: 'lax',
    secure: process.env.NODE_ENV === 'production',
  })
  res.sendStatus(204)
})

app.get('/session', (req, res) => {
  res.json({ isSignedIn: findSession(null, req.headers.cookie) !== null })
})

// With bearer tokens.
app.post('/token', async (req, res) => {
  res.json({ token: await signIn(req.body.organization) })
})

app.listen(process.env.PORT ?? 3000)
