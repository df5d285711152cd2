import type { AnchorHTMLAttributes, MouseEvent } from 'react'
import { navigate } from './navigate.ts'
import { ROUTES, type RouteName } from './routes.ts'

interface LinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  to: RouteName
}

/** A real link that changes the page in place; with a modifier key it does what the browser does. */
export function Link({ to, onClick, ...rest }: LinkProps) {
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event)
    const plain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
    if (event.defaultPrevented || !plain) return
    event.preventDefault()
    navigate(ROUTES[to])
  }
  return <a {...rest} href={ROUTES[to]} onClick={follow} />
}
