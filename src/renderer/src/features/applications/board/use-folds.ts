import { useLocalStorage } from '@mantine/hooks'
import { STAGES, type Stage } from '#shared/stages.ts'
import { splitLanes, type Lane } from './board-model.ts'

const KEY = 'career-copilot-unfolded-stages'

/** Which closed stages are unfolded; remembered by this window's browser. */
export function useFolds() {
  const [unfolded, setUnfolded] = useLocalStorage<readonly Stage[]>({
    key: KEY,
    defaultValue: [],
    getInitialValueInEffect: false,
    serialize: (stages) => stages.join(),
    deserialize: readStages,
  })
  return {
    split: (lanes: readonly Lane[]) => splitLanes(lanes, unfolded),
    fold: (stage: Stage) => setUnfolded(unfolded.filter((other) => other !== stage)),
    unfold: (stage: Stage) => setUnfolded([...unfolded, stage]),
  }
}

export type Folds = ReturnType<typeof useFolds>

function readStages(text: string | undefined): Stage[] {
  const words = text?.split(',') ?? []
  return STAGES.filter((stage) => words.includes(stage))
}
