import '@nectar-connect/react/styles.css'
import { ConnectionList, NectarConnect } from '@nectar-connect/react'
import { cookies } from 'next/headers'
import { COOKIE, openSession } from '../session.ts'
import { signIn } from './sign-in.ts'

export default async function Page() {
  const session = openSession((await cookies()).get(COOKIE)?.value)
  if (session === null) {
    return (
      <form action={signIn}>
        <label>
          Organisation <input name="organisation" defaultValue="Harrow Lane Hotels" required />
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
