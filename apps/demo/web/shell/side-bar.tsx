import { Link } from '../router/link.tsx'
import type { Route, RouteName } from '../router/routes.ts'
import { useSignedIn } from '../session/signed-in.tsx'
import { Icon, type IconName } from '../ui/icon.tsx'
import { Logo } from '../ui/logo.tsx'
import { CompanyMenu } from './company-menu.tsx'
import { SignedInUser } from './signed-in-user.tsx'
import { useNeedsYouCount } from './use-needs-you-count.ts'

interface Item {
  to: RouteName
  label: string
  icon: IconName
}

const ITEMS: Item[] = [
  { to: 'overview', label: 'Overview', icon: 'overview' },
  { to: 'sites', label: 'Sites', icon: 'sites' },
  { to: 'utilities', label: 'Utilities', icon: 'utilities' },
]

const SET_UP: Item = { to: 'setup', label: 'Set-up', icon: 'setup' }

export function SideBar({ route }: { route: Route | null }) {
  const { session } = useSignedIn()
  const needsYou = useNeedsYouCount()
  const current = route?.page === 'utility' ? 'utilities' : route?.page
  const items = session.company.stage === 'setup' ? [SET_UP, ...ITEMS] : ITEMS
  return (
    <aside className="side-bar" id="side-bar" aria-label="Menu and account">
      <Logo />
      <CompanyMenu />
      <nav className="menu" aria-label="Main">
        <ul>
          {items.map((item) => (
            <MenuItem
              key={item.to}
              {...item}
              isCurrent={item.to === current}
              needsYou={item.to === 'utilities' ? needsYou : 0}
            />
          ))}
        </ul>
        <ul className="menu__end">
          <MenuItem
            to="settings"
            label="Settings"
            icon="settings"
            isCurrent={current === 'settings'}
            needsYou={0}
          />
        </ul>
      </nav>
      <SignedInUser />
    </aside>
  )
}

function MenuItem({ to, label, icon, isCurrent, needsYou }: Item & { isCurrent: boolean; needsYou: number }) {
  return (
    <li>
      <Link to={to} aria-current={isCurrent ? 'page' : undefined}>
        <Icon name={icon} />
        {label}
        {needsYou > 0 && (
          <span className="menu__count">
            {needsYou}
            <span className="visually-hidden">{needsYou === 1 ? ' needs you' : ' need you'}</span>
          </span>
        )}
      </Link>
    </li>
  )
}
