import { errorsOf, renderProblem } from '../../../content/lint/diagnostics/problems.ts';
import type { SiteTheme } from '../../theme/define-theme.ts';
import { PROJECT_ROOT } from '../project-root.ts';
import { readSite } from './read-site.ts';

/**
 * The theme of this project's site.
 * @throws where it cannot be read, with all that is wrong about it
 */
export async function loadTheme(): Promise<SiteTheme> {
  const { theme, problems } = await readSite(PROJECT_ROOT);
  if (theme !== null) return theme;
  throw new Error(`The site has no theme.\n\n${errorsOf(problems).map(renderProblem).join('\n\n')}`);
}
