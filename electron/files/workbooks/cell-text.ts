/** The text of a cell as a table of text would have it: days as ISO, numbers without the display's rounding. */
import * as xlsx from '@e965/xlsx';

/** `serial`: days since the start of the workbook's calendar. Answers `2025-05-11`, with the time of day where there is one. */
function dayOf(serial: number, is1904: boolean): string {
  const parts = xlsx.SSF.parse_date_code(serial, { date1904: is1904 });
  if (!parts) return String(serial);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${parts.y}-${two(parts.m)}-${two(parts.d)}`;
  return serial % 1 === 0 ? day : `${day} ${two(parts.H)}:${two(parts.M)}`;
}

export function numberText(value: number, isDay: boolean, is1904: boolean): string {
  return isDay ? dayOf(value, is1904) : String(value);
}

/** Whether a format of numbers, as `dd/mm/yyyy`, shows days. */
export function isDayFormat(format: string): boolean {
  return format !== '' && xlsx.SSF.is_date(format);
}
