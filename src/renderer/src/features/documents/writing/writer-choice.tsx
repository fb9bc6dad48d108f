import { SegmentedControl } from '@mantine/core'
import classes from './writing.module.css'

export type Writer = 'rules' | 'model'

/** Who puts it together. */
export function WriterChoice({
  writer,
  onChange,
}: {
  readonly writer: Writer
  readonly onChange: (writer: Writer) => void
}) {
  return (
    <SegmentedControl
      className={classes.choice}
      size="xs"
      aria-label="Put together by"
      data={[
        { value: 'rules', label: 'By rules' },
        { value: 'model', label: 'With a model' },
      ]}
      value={writer}
      onChange={(chosen) => onChange(chosen === 'model' ? 'model' : 'rules')}
    />
  )
}

export const WRITER_WORDS: Readonly<Record<Writer, string>> = {
  rules:
    'Put together by rules, out of your own sentences and the words of the posting. Nothing leaves this computer and nothing is made up.',
  model:
    'Written by a language model out of the facts of your career. It is compared with them claim by claim, and nothing is stored until you make it.',
}
