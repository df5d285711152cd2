import { useEffect, useRef, useState } from 'react'
import { NotFound } from '../pages/not-found.tsx'
import { Overview } from '../pages/overview.tsx'
import { SetUp } from '../pages/set-up.tsx'
import { Settings } from '../pages/settings.tsx'
import { Sites } from '../pages/sites.tsx'
import { UtilitiesPage } from '../pages/utilities.tsx'
import { UtilityPage } from '../pages/utility.tsx'
import { matchRoute, type Route } from '../router/routes.ts'
import { useSignedIn } from '../session/signed-in.tsx'
import { Icon } from '../ui/icon.tsx'
import { Logo } from '../ui/logo.tsx'
import { Monogram } from '../ui/monogram.tsx'
import { SideBar } from './side-bar.tsx'

const PAGES = { overview: Overview, sites: Sites, utilities: UtilitiesPage, setup: SetUp, settings: Settings }

/** Plumbline around a page: menu at the side, or behind a button on a narrow screen. */
export function AppShell({ path }: { path: string }) {
  const { session } = useSignedIn()
  const route = visibleRoute(matchRoute(path), session.company.stage)
  const [menu, setMenu] = useState<'closed' | 'open'>('closed')
  const menuButton = useRef<HTMLButtonElement>(null)

  // Another page, or another company: the menu has done its work.
  useEffect(() => setMenu('closed'), [path, session.company.slug])

  useEffect(() => {
    if (menu === 'closed') return
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return
      setMenu('closed')
      menuButton.current?.focus()
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [menu])

  return (
    <div className="app" data-menu={menu}>
      <a className="skip-link" href="#content">
        Skip to content
      </a>
      <header className="top-bar">
        <Logo />
        <Monogram slug={session.company.slug} text={session.company.monogram} />
        <button
          ref={menuButton}
          type="button"
          className="icon-button"
          aria-expanded={menu === 'open'}
          aria-controls="side-bar"
          aria-label={menu === 'open' ? 'Close menu' : 'Menu'}
          onClick={() => setMenu(menu === 'open' ? 'closed' : 'open')}
        >
          <Icon name={menu === 'open' ? 'close' : 'menu'} />
        </button>
      </header>
      <SideBar route={route} />
      <main className="content" id="content" tabIndex={-1}>
        <Page key={session.company.slug} route={route} />
      </main>
    </div>
  )
}

/** The set-up page belongs to companies that are setting up. */
function visibleRoute(route: Route | null, stage: 'setup' | 'running'): Route | null {
  return route?.page === 'setup' && stage === 'running' ? null : route
}

function Page({ route }: { route: Route | null }) {
  if (route === null) return <NotFound />
  if (route.page === 'utility')
    return <UtilityPage key={route.connectionId} connectionId={route.connectionId} />
  const Known = PAGES[route.page]
  return <Known />
}
