import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useApi } from '../../bridge/api.tsx'
import classes from './experiment-note.module.css'

/** Beside the weights: that an experiment chooses them now, or that one can. */
export function ExperimentNote() {
  const api = useApi()
  const experiments = useQuery(api.experiments.list.queryOptions({ staleTime: 30_000 }))
  const active = experiments.data?.find(({ stoppedAt }) => stoppedAt === null)
  return (
    <p className={classes.note} data-active={active ? true : undefined}>
      {active &&
        `The experiment “${active.name}” chooses the weights of your lists now. Yours count again when it ends. `}
      <Link to="/for-you/experiments">{active ? 'See the experiment' : 'Let two sets of weights compete'}</Link>
    </p>
  )
}
