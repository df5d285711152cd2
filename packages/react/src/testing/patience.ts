import { configure } from '@testing-library/react'

// Nothing sleeps: only a busy machine makes something come late, and that is no failure.
configure({ asyncUtilTimeout: 20_000 })
