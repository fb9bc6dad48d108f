import { Button, Loader } from '@mantine/core'
import { IconCompass } from '@tabler/icons-react'
import { useQueryErrorResetBoundary } from '@tanstack/react-query'
import { Link, useRouter, type ErrorComponentProps } from '@tanstack/react-router'
import { describeProblem } from '../bridge/problem.ts'
import { Blank } from '../ui/blank.tsx'
import { ProblemBlank } from '../ui/problem-blank.tsx'

export function Opening() {
  return (
    <output style={{ display: 'grid', placeItems: 'center', height: '100%' }} aria-label="Opening">
      <Loader size="sm" type="dots" />
    </output>
  )
}

/** What a screen shows instead of itself when it, or what it needs, fails. */
export function ScreenProblem({ error }: ErrorComponentProps) {
  const router = useRouter()
  const { reset } = useQueryErrorResetBoundary()
  const problem = describeProblem(error)
  return (
    <main style={{ height: '100%' }}>
      <ProblemBlank
        title={problem.title}
        message={problem.message}
        logId={problem.logId}
        onRetry={() => {
          reset()
          void router.invalidate()
        }}
      />
    </main>
  )
}

export function UnknownAddress() {
  return (
    <main style={{ height: '100%' }}>
      <title>Unknown address · Career Copilot</title>
      <Blank
        icon={IconCompass}
        title="There is nothing at this address"
        actions={
          <Button size="xs" renderRoot={(props) => <Link to="/jobs" {...props} />}>
            Go to Jobs
          </Button>
        }
      >
        It may be an old link, or one with a slip in it.
      </Blank>
    </main>
  )
}
