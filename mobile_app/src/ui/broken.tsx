/** The error boundary. A screen that throws must not leave the inspector with a white page. */
import { Component, type ComponentChildren } from 'preact';
import { Button, LinkButton } from './parts';
import { t } from './words';

interface State {
  error: Error | null;
}

/** Shows what happened in plain words and offers to open the app again. The data
 * are not touched. */
export class Broken extends Component<{ children: ComponentChildren }, State> {
  override state: State = { error: null };

  override componentDidCatch(error: unknown): void {
    this.setState({ error: error instanceof Error ? error : new Error(String(error)) });
  }

  override render() {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <main>
        <h1>{t('broken.title')}</h1>
        <p>{t('broken.text')}</p>
        <p class="mono">
          {error.name}: {error.message}
        </p>
        <div class="button-row">
          <Button kind="primary" onPress={() => location.reload()}>
            {t('broken.reload')}
          </Button>
          <LinkButton href="/app/">{t('not_found.home')}</LinkButton>
        </div>
      </main>
    );
  }
}
