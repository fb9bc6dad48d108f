import { Button, Loader, type ButtonProps } from '@mantine/core'

/** A button that does nothing while it is busy, and keeps the focus: a disabled one would lose it. */
export function BusyButton(props: ButtonProps & { readonly isBusy: boolean; readonly onClick: () => void }) {
  const { isBusy, onClick, leftSection, ...rest } = props
  return (
    <Button
      {...rest}
      aria-busy={isBusy || undefined}
      aria-disabled={isBusy || undefined}
      leftSection={isBusy ? <Loader size={14} color="currentColor" aria-hidden="true" /> : leftSection}
      onClick={() => {
        if (!isBusy) onClick()
      }}
    />
  )
}
