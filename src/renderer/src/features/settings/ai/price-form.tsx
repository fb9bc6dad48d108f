import { Button, NumberInput } from '@mantine/core'
import { useState } from 'react'
import type { AiModel, AiProvider } from '#shared/ai.ts'
import type { Settings } from '#shared/settings.ts'
import { formatDate } from '../../../ui/format.ts'
import classes from './ai.module.css'
import { priceWords } from './ai-words.ts'

interface PriceFormProps {
  readonly provider: AiProvider
  readonly model: AiModel
  readonly settings: Settings
  readonly save: (patch: Partial<Settings>) => Promise<boolean>
}

/** What a model costs, since when and by whose word; a price of the user's own goes before the bundled one. */
export function PriceForm({ provider, model, settings, save }: PriceFormProps) {
  const [input, setInput] = useState<number | string>(model.inputUsdPerMillion ?? '')
  const [output, setOutput] = useState<number | string>(model.outputUsdPerMillion ?? '')
  const isKnown = model.inputUsdPerMillion !== null && model.outputUsdPerMillion !== null
  const others = settings.aiOwnModels.filter((own) => own.provider !== provider || own.id !== model.id)
  const isWhole = typeof input === 'number' && typeof output === 'number'
  const isNew = input !== model.inputUsdPerMillion || output !== model.outputUsdPerMillion
  const saveOwn = () => {
    if (typeof input !== 'number' || typeof output !== 'number') return
    const asOf = new Date().toISOString().slice(0, 10)
    const own = { provider, id: model.id, inputUsdPerMillion: input, outputUsdPerMillion: output, asOf }
    void save({ aiOwnModels: [...others, own] })
  }
  return (
    <>
      {isKnown ? (
        <p className={classes.note}>
          Price: {priceWords(model)}
          {model.asOf !== null && `, as of ${formatDate(Date.parse(model.asOf))}`}. {model.source}.
        </p>
      ) : (
        <p className={classes.warn}>
          Its price is not known ({model.source}). While there is a monthly budget it is not asked; without one its
          calls count as nothing. Write the price from the provider’s price list.
        </p>
      )}
      <form
        className={classes.fields}
        onSubmit={(event) => {
          event.preventDefault()
          saveOwn()
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
        {model.isOwn && (
          <Button size="xs" variant="subtle" onClick={() => void save({ aiOwnModels: others })}>
            Use the bundled price
          </Button>
        )}
      </form>
    </>
  )
}
