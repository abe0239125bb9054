import { escapeHtml } from '../plain-page.js';

/** One thing that a mail tells. */
export interface MailSection {
  readonly heading: string;
  readonly paragraphs: readonly string[];
  /** Quiet ones are outlined: for what is not the point of the mail. */
  readonly buttons?: readonly { label: string; href: string; isQuiet?: boolean }[];
}

function sectionHtml(section: MailSection): string {
  const paragraphs = section.paragraphs
    .map((p) => `<p style="margin:0 0 16px">${escapeHtml(p)}</p>`)
    .join('');
  const buttons = (section.buttons ?? [])
    .map(
      ({ label, href, isQuiet }) =>
        `<p style="margin:0 0 12px"><a href="${escapeHtml(href)}" style="display:inline-block;padding:12px 20px;border:1px solid #1B1F29;border-radius:4px;${isQuiet ? 'background:#FFFFFF;color:#1B1F29' : 'background:#1B1F29;color:#FFFFFF'};text-decoration:none;font-weight:600;line-height:20px">${escapeHtml(label)}</a></p>`,
    )
    .join('');
  return paragraphs + buttons;
}

/**
 * The one look of our mails: readable with images off and in dark mode, one heading, links at least 44 px high.
 * All texts are escaped here.
 */
export function mailHtml(
  parts: MailSection & {
    /** Further things that the same mail tells, each under a heading of its own. */
    sections?: readonly MailSection[];
    small?: string;
    lang?: string;
  },
): string {
  const sections = (parts.sections ?? [])
    .map(
      (section) =>
        `<h2 style="margin:24px 0 12px;padding:24px 0 0;border-top:1px solid #DEDCD8;font-size:18px;line-height:26px">${escapeHtml(section.heading)}</h2>${sectionHtml(section)}`,
    )
    .join('');
  const small = parts.small
    ? `<p style="margin:24px 0 0;font-size:14px;line-height:20px;color:#575B65">${escapeHtml(parts.small)}</p>`
    : '';
  return `<!doctype html><html lang="${parts.lang ?? 'en'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${escapeHtml(parts.heading)}</title></head><body style="margin:0;padding:24px;background:#FBFAF8;color:#1B1F29;font:16px/24px Inter,Segoe UI,Helvetica,Arial,sans-serif"><div style="max-width:560px;margin:0 auto;padding:24px;background:#FFFFFF;border:1px solid #DEDCD8;border-radius:8px"><h1 style="margin:0 0 16px;font-size:20px;line-height:28px">${escapeHtml(parts.heading)}</h1>${sectionHtml(parts)}${sections}${small}</div></body></html>`;
}
