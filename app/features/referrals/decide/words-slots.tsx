import { SUMMARY_LENGTH } from '../../../domain/referrals/referral-package.ts'
import type { FormState } from '../../../forms/form-state.ts'
import { TextArea } from '../../../ui/fields/text-area.tsx'
import type { PackageSlots } from '../package/package-view.tsx'

/** Text fields for the sender, placed where the recipient will read the text. */
export function wordsSlots(form: FormState): PackageSlots {
  return {
    summary: (
      <TextArea
        form={form}
        name="summary"
        label="What happened, in a few sentences"
        hint="Change it for this agency. The summary in the case stays the same"
        rows={8}
        maxLength={SUMMARY_LENGTH}
      />
    ),
    othersAtRisk: (
      <TextArea
        form={form}
        name="othersAtRisk"
        label="Children or adults at risk"
        hint="Leave empty if there are none"
        rows={2}
      />
    ),
    workerSafety: (
      <TextArea
        form={form}
        name="workerSafety"
        label="What a visiting worker must know"
        hint="For example a dog, or someone violent at the address"
        rows={2}
      />
    ),
  }
}
