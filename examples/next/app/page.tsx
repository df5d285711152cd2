import '@nectar-connect/react/styles.css'
import { ConnectionList, NectarConnect } from '@nectar-connect/react'
import { cookies } from 'next/headers'
import { Suspense } from 'react'
import { COOKIE, openSession } from '../session.ts'
import { signIn } from './sign-in.ts'

// Cookies are read when somebody asks; with Cache Components, what needs them stands in a <Suspense>.
export default function Page() {
  return (
    <Suspense>
      <Utilities />
    </Suspense>
  )
}

async function Utilities() {
  const session = openSession((await cookies()).get(COOKIE)?.value)
  if (session === null) {
    return (
      <form action={signIn}>
        <label>
          Organization <input name="organization" defaultValue="Harrow Lane Hotels" required />
        </label>{' '}
        <button type="submit">Sign in</button>
      </form>
    )
  }
  return (
    <main>
      <h1>Utilities</h1>
      <NectarConnect />
      <ConnectionList />
    </main>
  )
}
