import { useEffect, useId, useRef, useState } from 'react'
import { navigate } from '../router/navigate.ts'
import { useSignedIn } from '../session/signed-in.tsx'
import { useSignIn } from '../session/use-session.ts'
import { Icon } from '../ui/icon.tsx'
import { Monogram } from '../ui/monogram.tsx'

/** The company at hand, and the way to the other one. */
export function CompanyMenu() {
  const { session, companies } = useSignedIn()
  const signIn = useSignIn()
  const [list, setList] = useState<'closed' | 'open'>('closed')
  const box = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const listId = useId()

  useEffect(() => {
    const container = box.current
    if (list === 'closed' || !container) return
    const onPointerDown = (event: PointerEvent) => {
      if (event.target instanceof Node && !container.contains(event.target)) setList('closed')
    }
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      // Only the list closes, not the menu around it.
      event.preventDefault()
      setList('closed')
      button.current?.focus()
    }
    addEventListener('pointerdown', onPointerDown)
    container.addEventListener('keydown', onKeyDown)
    return () => {
      removeEventListener('pointerdown', onPointerDown)
      container.removeEventListener('keydown', onKeyDown)
    }
  }, [list])

  return (
    <div className="company-menu" ref={box}>
      <button
        ref={button}
        type="button"
        className="company-menu__button"
        aria-expanded={list === 'open'}
        aria-controls={listId}
        onClick={() => setList(list === 'open' ? 'closed' : 'open')}
      >
        <Monogram slug={session.company.slug} text={session.company.monogram} />
        <span className="visually-hidden">Company: </span>
        {session.company.name}
        <Icon name="updown" />
      </button>
      <ul id={listId} className="company-menu__list" hidden={list === 'closed'}>
        {companies.map(({ slug, name, monogram }) => (
          <li key={slug}>
            <button
              type="button"
              aria-current={slug === session.company.slug ? 'true' : undefined}
              disabled={signIn.isPending}
              onClick={() => {
                if (slug === session.company.slug) return setList('closed')
                signIn.mutate(
                  { company: slug, role: session.role },
                  {
                    onSuccess: () => {
                      setList('closed')
                      navigate('/')
                    },
                  },
                )
              }}
            >
              <Monogram slug={slug} text={monogram} />
              {name}
              {slug === session.company.slug && <Icon name="check" />}
            </button>
          </li>
        ))}
        {signIn.isError && (
          <li className="company-menu__problem" role="alert">
            {signIn.error.message}
          </li>
        )}
      </ul>
    </div>
  )
}
