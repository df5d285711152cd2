import { useEffect, useRef, useState } from 'react'
import type { CompanyCard, Role } from '../../wire/host-api.ts'
import { navigate, takeFocusRequest } from '../router/navigate.ts'
import { ROUTES } from '../router/routes.ts'
import { useSignIn } from '../session/use-session.ts'
import { Icon } from '../ui/icon.tsx'
import { Logo } from '../ui/logo.tsx'
import { Monogram } from '../ui/monogram.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { Ledger } from './ledger.tsx'

const ROLE_OPTIONS = [
  { value: 'manage', label: 'do everything' },
  { value: 'view', label: 'only look' },
] as const

/** Companies instead of a form: this is a demo, and there is no password. */
export function SignIn({ companies }: { companies: CompanyCard[] }) {
  const [role, setRole] = useState<Role>('manage')
  const signIn = useSignIn()
  const heading = useRef<HTMLHeadingElement>(null)

  useEffect(() => {
    document.title = 'Sign in, Plumbline'
    if (takeFocusRequest()) heading.current?.focus()
  }, [])

  return (
    <div className="sign-in">
      <main className="sign-in__main">
        <Logo />
        <div className="sign-in__box">
          <h1 ref={heading} tabIndex={-1}>
            Try Plumbline
          </h1>
          <p>A demo with two companies. Pick one to sign in; there is no password.</p>
          <ul className="company-cards">
            {companies.map(({ slug, name, monogram, summary }) => (
              <li key={slug}>
                <button
                  type="button"
                  className="company-card"
                  disabled={signIn.isPending}
                  onClick={() =>
                    signIn.mutate(
                      { company: slug, role },
                      { onSuccess: () => navigate(pageAfterSignIn(), 'replace') },
                    )
                  }
                >
                  <Monogram slug={slug} text={monogram} />
                  <b>{name}</b>
                  <span>{summary}</span>
                  <Icon name="forward" />
                </button>
              </li>
            ))}
          </ul>
          <Segmented
            legend="Sign in as someone who can"
            options={ROLE_OPTIONS}
            value={role}
            onChange={setRole}
          />
          {signIn.isError && (
            <p className="sign-in__problem" role="alert">
              {signIn.error.message}
            </p>
          )}
        </div>
        <p className="sign-in__foot">
          Talks to the Nectar sandbox on this computer. Every name and number is made up.
        </p>
      </main>
      <Ledger />
    </div>
  )
}

/** The page that was asked for; the set-up page belongs to one company only. */
function pageAfterSignIn(): string {
  return location.pathname === ROUTES.setup ? '/' : location.pathname
}
