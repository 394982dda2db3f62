import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import 'slack-blocks-to-jsx/dist/style.css';
import './styles/tokens.css';
import './styles/shell.css';
import './styles/messages.css';
import './styles/blocks.css';
import './styles/modal.css';
import './styles/inspector.css';
import { App } from './app';

const root = document.getElementById('page');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
