import { navigate } from '../router/navigate.ts'
import { useSignedIn } from '../session/signed-in.tsx'
import { useSignOut } from '../session/use-session.ts'
import { Icon } from '../ui/icon.tsx'

export function SignedInUser() {
  const { session } = useSignedIn()
  const signOut = useSignOut()
  return (
    <div className="signed-in-user">
      <span className="avatar" aria-hidden="true">
        {session.user.initials}
      </span>
      <p>
        <b>{session.user.name}</b>
        <span>{session.role === 'view' ? `${session.user.title}, only looks` : session.user.title}</span>
      </p>
      <button
        type="button"
        className="icon-button"
        aria-label="Sign out"
        title="Sign out"
        disabled={signOut.isPending}
        onClick={() => signOut.mutate(undefined, { onSuccess: () => navigate('/') })}
      >
        <Icon name="out" />
      </button>
    </div>
  )
}
