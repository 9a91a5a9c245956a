"""Makes notebook.safetensors: the source notebook's network in PyTorch, its loss, its gradients and
its weights after ten Adam steps, for tests/pytorch.rs and the browser tests to reproduce.

Run by hand, only when the network itself changes:
    pip install torch safetensors numpy
    python tests/pytorch/generate.py

Everything is computed in float64 and stored as float32, so that the fixture is what the formulas say
and not what one library's rounding makes of them. Dropout is off: masks cannot be compared.
"""

import math
from pathlib import Path

import torch
from safetensors.torch import save_file

WINDOW, HIDDEN, LAYERS, BATCH, STEPS = 20, 32, 2, 64, 10
# Nine whole batches and a short one, as the last of an epoch is.
ROWS = 9 * BATCH + 30


class Network(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.linear_1 = torch.nn.Linear(1, HIDDEN)
        self.lstm = torch.nn.LSTM(HIDDEN, HIDDEN, num_layers=LAYERS, batch_first=True)
        self.linear_2 = torch.nn.Linear(LAYERS * HIDDEN, 1)

    def forward(self, windows):  # [batch, window, 1]
        _, (hidden, _) = self.lstm(torch.relu(self.linear_1(windows)))
        last = hidden.permute(1, 0, 2).reshape(len(windows), -1)
        return self.linear_2(last)[:, 0]


def main():
    torch.manual_seed(20)
    torch.set_default_dtype(torch.float64)
    network = Network()
    for name, parameter in network.lstm.named_parameters():
        if name.startswith("weight_ih"):
            torch.nn.init.kaiming_normal_(parameter)
        elif name.startswith("weight_hh"):
            torch.nn.init.orthogonal_(parameter)
        else:
            # The notebook starts at zero; here they differ, so that no mix-up of biases stays hidden.
            torch.nn.init.uniform_(parameter, -0.1, 0.1)
    # What is stored is float32, so start from float32 values exactly.
    for parameter in network.parameters():
        parameter.data = parameter.data.float().double()

    time = torch.arange(ROWS + WINDOW, dtype=torch.float64)
    inputs = (torch.sin(time * 0.21) + 0.4 * torch.cos(time * 0.067) + 0.3 * torch.randn(len(time))).float().double()
    targets = inputs[WINDOW:]
    windows = inputs.unfold(0, WINDOW, 1)[:ROWS].unsqueeze(-1)

    tensors = {"inputs": inputs, "targets": targets}
    tensors.update({f"start.{name}": p.data.clone() for name, p in network.named_parameters()})

    loss = torch.nn.functional.mse_loss(network(windows[:BATCH]), targets[:BATCH])
    loss.backward()
    tensors["batch.predictions"] = network(windows[:BATCH]).detach()
    tensors["batch.loss"] = loss.detach().reshape(1)
    tensors.update({f"gradient.{name}": p.grad.clone() for name, p in network.named_parameters()})

    optimizer = torch.optim.Adam(network.parameters(), lr=0.01, betas=(0.9, 0.98), eps=1e-9)
    losses = []
    for step in range(STEPS):
        rows = slice(step * BATCH, min((step + 1) * BATCH, ROWS))
        optimizer.zero_grad()
        loss = torch.nn.functional.mse_loss(network(windows[rows]), targets[rows])
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    assert math.isfinite(losses[-1])
    tensors["steps.losses"] = torch.tensor(losses)
    tensors.update({f"end.{name}": p.data.clone() for name, p in network.named_parameters()})
    tensors["end.predictions"] = network(windows).detach()

    path = Path(__file__).with_name("notebook.safetensors")
    save_file({name: tensor.float().contiguous() for name, tensor in tensors.items()}, path)
    print(f"{path.name}: {path.stat().st_size} bytes, losses {losses[0]:.6f} .. {losses[-1]:.6f}")


if __name__ == "__main__":
    main()
