import type { NectarConnectOptions } from '@nectar-connect/server'

/** What a sign-in of your own has put into the session. */
interface SignedIn {
  session?: { user?: { id: string; companyId: string } }
}

export const authorize: NectarConnectOptions['authorize'] = (_request, context) => {
  if (context.adapter !== 'express') return null
  const user = (context.req as SignedIn).session?.user
  return user && { companyId: user.companyId, userId: user.id }
}
