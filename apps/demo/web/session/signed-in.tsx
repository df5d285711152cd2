import { createContext, type ReactNode, useContext } from 'react'
import type { CompanyCard, SessionView } from '../../wire/host-api.ts'

interface SignedIn {
  session: SessionView
  companies: CompanyCard[]
}

const SignedInContext = createContext<SignedIn | null>(null)

export function SignedInProvider({ value, children }: { value: SignedIn; children: ReactNode }) {
  return <SignedInContext value={value}>{children}</SignedInContext>
}

/** The session, on pages that are only shown to somebody who is signed in. */
export function useSignedIn(): SignedIn {
  const value = useContext(SignedInContext)
  if (!value) throw new Error('useSignedIn() works inside <SignedInProvider> only.')
  return value
}
