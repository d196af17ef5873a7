/** Whose product it is, above its title: logo, organisation, number. */
import { ImageRun, Paragraph } from 'docx';
import type { ReportDocument } from '../../../shared/report/document.ts';
import { logoSize, logoStart } from '../../../shared/report/house-style.ts';
import type { Part } from './blocks.ts';
import { inks, paragraph, runsOf } from './text.ts';

/** Largest logo in Word's pixels (96 to the inch): 45 by 14 mm, as on paper. */
const most = { width: 170, height: 53 };

export function housePart({ house }: ReportDocument): Part[] {
  const { organisation, number } = house;
  const parts: Part[] = [];
  const picture = logo(house);
  if (picture !== undefined) {
    parts.push(new Paragraph({ spacing: { after: 60 }, keepNext: true, children: [picture] }));
  }
  if (organisation !== '' || number !== null) {
    parts.push(
      paragraph(
        [
          ...runsOf(organisation, { bold: true, size: 21, color: inks.strong }),
          ...(number === null
            ? []
            : runsOf(organisation === '' ? number : ` · ${number}`, { bold: true, size: 18 })),
        ],
        organisation,
        { keepNext: true, spacing: { after: 100 } },
      ),
    );
  }
  return parts;
}

function logo({ logo, organisation }: ReportDocument['house']): ImageRun | undefined {
  const size = logo === null ? undefined : logoSize(logo);
  if (logo === null || size === undefined) return undefined;
  const scale = Math.min(most.width / size.width, most.height / size.height);
  return new ImageRun({
    type: 'png',
    data: Buffer.from(logo.slice(logoStart.length), 'base64'),
    transformation: {
      width: Math.max(1, Math.round(size.width * scale)),
      height: Math.max(1, Math.round(size.height * scale)),
    },
    altText: { name: 'logo', title: organisation, description: organisation },
  });
}
