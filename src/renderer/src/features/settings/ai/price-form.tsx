import { Button, NumberInput } from '@mantine/core'
import { useState } from 'react'
import type { AiModel, AiProviderView } from '#shared/ai.ts'
import type { Settings } from '#shared/settings.ts'
import { formatDate } from '../../../ui/format.ts'
import classes from './ai.module.css'
import { priceWords } from './ai-words.ts'

interface PriceFormProps {
  readonly view: Pick<AiProviderView, 'id' | 'isHere'>
  readonly model: AiModel
  readonly settings: Settings
  readonly save: (patch: Partial<Settings>) => Promise<boolean>
}

/** What a model costs, since when and by whose word; a price of the user's own goes before the bundled one. */
export function PriceForm({ view, model, settings, save }: PriceFormProps) {
  const [input, setInput] = useState<number | string>(model.inputUsdPerMillion ?? '')
  const [output, setOutput] = useState<number | string>(model.outputUsdPerMillion ?? '')
  const isKnown = model.inputUsdPerMillion !== null && model.outputUsdPerMillion !== null
  const others = settings.aiOwnModels.filter((own) => own.provider !== view.id || own.id !== model.id)
  const isWhole = typeof input === 'number' && typeof output === 'number'
  const isNew = input !== model.inputUsdPerMillion || output !== model.outputUsdPerMillion
  const saveOwn = (inputUsdPerMillion: number | string, outputUsdPerMillion: number | string) => {
    if (typeof inputUsdPerMillion !== 'number' || typeof outputUsdPerMillion !== 'number') return
    const asOf = new Date().toISOString().slice(0, 10)
    const own = { provider: view.id, id: model.id, inputUsdPerMillion, outputUsdPerMillion, asOf }
    void save({ aiOwnModels: [...others, own] })
  }
  return (
    <>
      {isKnown ? (
        <p className={classes.note}>
          Price: {priceWords(model, view)}
          {model.asOf !== null && `, as of ${formatDate(Date.parse(model.asOf))}`}. {model.source}.
        </p>
      ) : (
        <p className={classes.warn}>
          {`Its price is not known${view.isHere ? '' : ` (${model.source})`}. `}
          {view.isHere
            ? 'It runs on this computer, so it is asked whatever the budget is, and its calls are listed without a price. Say so if it costs nothing.'
            : 'While there is a monthly budget it is not asked; without one its calls are listed without a price. Write the price from the provider’s price list.'}
        </p>
      )}
      <form
        className={classes.fields}
        onSubmit={(event) => {
          event.preventDefault()
          saveOwn(input, output)
        }}
      >
        <NumberInput
          size="xs"
          className={classes.price ?? ''}
          label="In, $ a million"
          min={0}
          max={10_000}
          decimalScale={4}
          value={input}
          onChange={setInput}
        />
        <NumberInput
          size="xs"
          className={classes.price ?? ''}
          label="Out, $ a million"
          min={0}
          max={10_000}
          decimalScale={4}
          value={output}
          onChange={setOutput}
        />
        <Button type="submit" size="xs" variant="default" disabled={!isWhole || !isNew}>
          Save price
        </Button>
        {view.isHere && !isKnown && (
          <Button
            size="xs"
            variant="default"
            onClick={() => {
              setInput(0)
              setOutput(0)
              saveOwn(0, 0)
            }}
          >
            It costs nothing
          </Button>
        )}
        {model.isOwn && (
          <Button size="xs" variant="subtle" onClick={() => void save({ aiOwnModels: others })}>
            Use the bundled price
          </Button>
        )}
      </form>
    </>
  )
}
