import type { AnchorHTMLAttributes, MouseEvent } from 'react'
import { navigate } from './navigate.ts'
import { ROUTES, type RouteName, utilityPath } from './routes.ts'

interface LinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  to: RouteName | { connectionId: string }
}

/** A real link that changes the page in place; with a modifier key it does what the browser does. */
export function Link({ to, onClick, ...rest }: LinkProps) {
  const path = typeof to === 'string' ? ROUTES[to] : utilityPath(to.connectionId)
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event)
    const plain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
    if (event.defaultPrevented || !plain) return
    event.preventDefault()
    navigate(path)
  }
  return <a {...rest} href={path} onClick={follow} />
}
