import { useState } from 'react'
import { Button } from '../../../controls/button'
import { copyUpkeepReport } from '../../../state/checking'

/** Copies what the dialog says, and says that it did. */
export function CopyReportButton() {
  const [isCopied, setCopied] = useState(false)
  return (
    <Button
      tone="quiet"
      onClick={() => {
        copyUpkeepReport()
        setCopied(true)
      }}
    >
      {isCopied ? 'Copied' : 'Copy the report'}
    </Button>
  )
}
