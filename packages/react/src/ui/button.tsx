import { type ComponentPropsWithoutRef, forwardRef, type ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

export interface ButtonProps extends ComponentPropsWithoutRef<'button'> {
  /** At most one `primary` on a screen. */
  kind?: 'primary' | 'secondary' | 'quiet'
  size?: 'md' | 'sm'
  icon?: IconName | undefined
  children: ReactNode
}

export const Button = forwardRef<HTMLButtonElement, ButtonProps>(function Button(
  { kind = 'secondary', size = 'md', icon, children, className = '', ...props },
  ref,
) {
  return (
    <button
      ref={ref}
      type="button"
      {...props}
      className={`nectar-btn ${className}`}
      data-nectar-kind={kind}
      data-nectar-size={size}
    >
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </button>
  )
})

interface IconButtonProps extends ComponentPropsWithoutRef<'button'> {
  icon: IconName
  label: string
}

/** A button without a visible word; its name is the label. */
export function IconButton({ icon, label, className = '', ...props }: IconButtonProps) {
  return (
    <button
      type="button"
      {...props}
      className={`nectar-btn ${className}`}
      data-nectar-kind="icon"
      aria-label={label}
      title={label}
    >
      <Icon name={icon} />
    </button>
  )
}
