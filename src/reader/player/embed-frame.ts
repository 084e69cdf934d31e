import { createFrame } from '../../embed/frame/frame.ts';
import { writeSettings } from '../controls/settings.ts';

/** Links out of the story must not open in the frame, where there is no bar to come back with. */
function openOutside(links: Iterable<HTMLAnchorElement>): void {
  for (const link of links) Object.assign(link, { target: '_blank', rel: 'noopener' });
}

openOutside(document.querySelectorAll<HTMLAnchorElement>('story-map a:not([href^="#"])'));
createFrame({
  onTheme(theme) {
    document.documentElement.dataset['theme'] = theme;
    writeSettings({ theme });
  },
});
